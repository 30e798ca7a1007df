package servers

// Each runs f as a subtest on every make of server: the embedded one, Dovecot in
// its default shape, Cyrus and Courier. T is *testing.T.
func Each[T interface {
	TB
	Run(name string, f func(T)) bool
}](t T, f func(T, *Server)) {
	t.Helper()
	t.Run("embedded", func(t T) { f(t, Embedded(t)) })
	t.Run("dovecot", func(t T) { f(t, Dovecot(t, Default)) })
	t.Run("cyrus", func(t T) { f(t, Cyrus(t)) })
	t.Run("courier", func(t T) { f(t, Courier(t)) })
}
