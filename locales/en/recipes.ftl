# Recipes: listed, copied, edited with preview, exported and imported.
