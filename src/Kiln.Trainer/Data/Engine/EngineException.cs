namespace Kiln.TrainerHost.Data.Engine;

/// <summary>DuckDB's own words; they never reach the user as they are.</summary>
sealed class EngineException(string message) : Exception(message)
{
    /// <summary>The data is at fault, not the statement.</summary>
    public bool IsAboutData => Message.StartsWith("Invalid Input Error", StringComparison.Ordinal);
}
