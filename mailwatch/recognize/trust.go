package recognize

func distrust(l letter, v Verdict, opt Options) string { return "" }
