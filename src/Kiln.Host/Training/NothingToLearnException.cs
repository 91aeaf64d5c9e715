namespace Kiln.Host.Training;

/// <summary>The training rows have nothing that a model could learn from. The message says what was looked for, and what to do.</summary>
sealed class NothingToLearnException(string message) : Exception(message);
