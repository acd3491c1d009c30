"""Care messages (PLO, pleie- og omsorgsmeldinger): hospital, municipality and doctor.

One module per message type; what they share is in `parts`. Nothing is imported here.

Source: HIS 80704:2014 (PLO 1.6), HIS 80704:2009 (PLO 1.5). PLO 2.0 is an experimental
draft without a document in force.
"""
