# administration: ord på dansk.
