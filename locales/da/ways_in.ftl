# ways_in: ord på dansk.
