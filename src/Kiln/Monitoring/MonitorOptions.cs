namespace Kiln.Monitoring;

/// <summary>How a model counts the rows that it predicts.</summary>
public sealed record MonitorOptions
{
    /// <summary>The folder that gets a file for each window in which something was predicted; no files are written where it is null.</summary>
    public string? Directory { get; init; }

    /// <summary>How long a window is; an hour where nothing is said. A process that is killed loses what it counted since the last one.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Gets each window in which something was predicted, on a thread of the pool; what it throws is <c>ModelMonitor.Failure</c>.</summary>
    public Action<ModelWindow>? OnWindow { get; init; }

    /// <summary>Gets why a window could not be handed over, as when the disk is full, each time. Services log it.</summary>
    public Action<Exception>? OnFailure { get; init; }

    /// <summary>What tells this process from others that serve the same model, in the names of files: letters, digits, hyphens.</summary>
    public string Replica { get; init; } = $"{Letters(Environment.MachineName)}-{Environment.ProcessId}";

    /// <summary>
    /// How many rows a second and thread are looked at each; of more than that every second one, then every fourth, and so on, each of which
    /// counts as so many. All rows are looked at with <see cref="int.MaxValue"/>.
    /// </summary>
    public int RowsPerSecond { get; init; } = 1000;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal static string Letters(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
