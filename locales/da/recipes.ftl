# recipes: ord på dansk.
