package recognize

func (m *mailpiece) meeting() *Meeting { return nil }
