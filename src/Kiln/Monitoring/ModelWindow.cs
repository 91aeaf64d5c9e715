namespace Kiln.Monitoring;

/// <summary>
/// What a model counted over a time. Windows of the same model add up to one, exactly and in any order: of many hours, or of many processes.
/// There is no row in it, and no value that the model's files do not have.
/// </summary>
public sealed class ModelWindow
{
    internal ModelWindow(string model, string version, string manifest, DateTime from, DateTime to, long rows, long examined, long squares, IReadOnlyDictionary<string, IReadOnlyList<long>> columns) =>
        (Model, Version, Manifest, From, To, Rows, Examined, Squares, Columns) = (model, version, manifest, from, to, rows, examined, squares, columns);

    /// <summary>The model's class by its full name.</summary>
    public string Model { get; }

    /// <summary>The version that predicted, as <c>ModelInfo.Version</c> has it.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the model's manifest, which has what it is counted in.</summary>
    public string Manifest { get; }

    /// <summary>When it began, in UTC.</summary>
    public DateTime From { get; }

    /// <summary>When it ended, in UTC.</summary>
    public DateTime To { get; }

    /// <summary>How many rows were predicted.</summary>
    public long Rows { get; }

    /// <summary>How many of them were looked at: all, or fewer where there are very many a second (<see cref="MonitorOptions.RowsPerSecond"/>).</summary>
    public long Examined { get; }

    /// <summary>Rows that were looked at stand for others; the sum of the squares of how many.</summary>
    internal long Squares { get; }

    /// <summary>
    /// For each input, and for what the model answers, rows by bin; the last is of rows without a value. Where not all rows were looked at,
    /// those that were stand for the others.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> Columns { get; }

    /// <summary>Adds windows up.</summary>
    /// <param name="windows">Of one model and version.</param>
    /// <exception cref="ArgumentException">There are none, or they are of models with another manifest.</exception>
    public static ModelWindow Merge(IReadOnlyCollection<ModelWindow> windows)
    {
        if (windows.Count == 0)
            throw new ArgumentException("There is no window.", nameof(windows));
        var first = windows.First();
        if (windows.FirstOrDefault(window => !window.IsLike(first)) is { } other)
            throw new ArgumentException($"A window of {other.Model} {other.Version} cannot be added to one of {first.Model} {first.Version}.", nameof(windows));
        return new(
            first.Model, first.Version, first.Manifest, windows.Min(window => window.From), windows.Max(window => window.To),
            windows.Sum(window => window.Rows), windows.Sum(window => window.Examined), windows.Sum(window => window.Squares),
            first.Columns.Keys.ToDictionary(name => name, name => (IReadOnlyList<long>)[.. Enumerable.Range(0, first.Columns[name].Count).Select(bin => windows.Sum(window => window.Columns[name][bin]))]));
    }

    bool IsLike(ModelWindow other) => Model == other.Model && Manifest == other.Manifest && Columns.Count == other.Columns.Count
        && Columns.All(column => other.Columns.TryGetValue(column.Key, out var counts) && counts.Count == column.Value.Count);

    /// <summary>As JSON, one line for each column.</summary>
    public string ToJson() => WindowJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is not that, not all of it, or of a newer format.</exception>
    public static ModelWindow Parse(string json) => WindowJson.Read(json);
}
