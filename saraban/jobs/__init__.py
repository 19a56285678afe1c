"""What goes on without a person: reading the files that wait. Started by the command line.

There is no task queue beside the product's own tables. huey, which was looked at, forgets a task
whose worker is killed over it; here the queue is a table (records.intakes.IntakeReading), a file
is held for a while only, and whoever comes next takes over what a dead worker held.
"""
