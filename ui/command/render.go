package command

// rendered is a passage set for the terminal.
func (a *app) rendered(p passage) string { return plainOf(p) }
