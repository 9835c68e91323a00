"""A little article for the examples of rules that judge by score.

A score needs prose to measure the rest of a page by, so each of their examples is set around the
same few sentences, written once.
"""

PROSE = (
    "A stiff back in the morning is as a rule a matter of the joints, and they need some "
    "minutes of gentle movement before they are ready for the day.\n"
    "The stiffness goes when the joints are warm, and the back is then as good as it was "
    "on the day before.\n"
    "A warm shower, a short walk and gentle movement of the back are the best ways to warm "
    "the joints in the morning.\n"
    "If the stiffness is still there at noon, the joints of the back may be inflamed, and "
    "movement alone will not be enough."
)

MORE_PROSE = (
    "The best exercise for the back in the morning is the one that you will do on every "
    "day of the week.\n"
    "Lie down and rock the back from side to side, a gentle movement that warms the joints "
    "in some minutes.\n"
    "Then stand up in a warm room and walk until the stiffness goes and the joints are "
    "ready for the day.\n"
    "After some weeks most people find that the stiffness of the joints in the morning is "
    "gone for good."
)
"""How it goes on after an interruption."""
