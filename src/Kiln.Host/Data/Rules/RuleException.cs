namespace Kiln.Host.Data.Rules;

/// <summary>A rule's SQL is not one that is run, or cannot be.</summary>
sealed class RuleException(string message) : Exception(message);
