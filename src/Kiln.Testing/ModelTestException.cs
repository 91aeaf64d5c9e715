namespace Kiln.Testing;

/// <summary>A model does not answer as a test expects. Its message has the worst row with both answers.</summary>
/// <param name="message">What is expected, and what the model does.</param>
public sealed class ModelTestException(string message) : Exception(message);
