using Kiln.TrainerHost;

return Host.Run(args);
