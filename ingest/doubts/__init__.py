"""What a paper leaves in doubt beyond what its parts tell, as notices; nothing is read otherwise for it.

interrupted questions and answers that read as if words were missing
several     files that are no single paper
unread      what a paper says that it holds, and was not found
"""
