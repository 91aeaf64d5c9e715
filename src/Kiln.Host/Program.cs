using Kiln.Host;

return Entry.Run(args);
