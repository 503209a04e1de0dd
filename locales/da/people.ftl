# people: ord på dansk.
