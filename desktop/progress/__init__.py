"""The place "Progress": what somebody's answers in quizzes say."""
