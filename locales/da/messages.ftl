# messages: ord på dansk.
