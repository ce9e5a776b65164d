"""Whether similar images show the same diagnosis: embeddings against colour and against chance."""
