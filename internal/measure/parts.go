package main

func (m *measurement) corpus() error   { return nil }
func (m *measurement) dates() error    { return nil }
func (m *measurement) calendar() error { return nil }
func (m *measurement) mime() error     { return nil }
func (m *measurement) speed() error    { return nil }
