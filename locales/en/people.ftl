# People and organisations: what is stored about me, how I am reached, import, helpers, making two persons one.
