namespace Kiln.Host.Data.Engine;

/// <summary>DuckDB's own words; they never reach the user as they are.</summary>
sealed class EngineException(string message) : Exception(message);
