namespace Kiln.Onnx.Explanations;

/// <summary>
/// Whom a score is divided among: the columns, each with all that is computed from it. Columns that some element is computed from together are one,
/// because nothing says what it would be without one of them.
/// </summary>
sealed class Players
{
    readonly int[] _columns;
    readonly int[] _players;

    /// <param name="columns">For each input of the graph the name of its column.</param>
    /// <param name="dependencies">Of each element that is asked for, the inputs it is computed from.</param>
    /// <exception cref="NotExplainedException">All columns are read together.</exception>
    public Players(IReadOnlyList<string> columns, IEnumerable<IReadOnlySet<int>> dependencies)
    {
        string[] names = [.. columns.Distinct(StringComparer.Ordinal)];
        _columns = [.. columns.Select(column => Array.IndexOf(names, column))];
        var first = Enumerable.Range(0, names.Length).ToArray();
        foreach (var inputs in dependencies)
            foreach (var input in inputs)
                Join(first, _columns[inputs.First()], _columns[input]);
        int[] leaders = [.. first.Distinct()];
        if (leaders.Length == 1 && names.Length > 1)
            throw new NotExplainedException("it reads all its columns together, so nothing says what one of them adds");
        _players = [.. first.Select(leader => Array.IndexOf(leaders, leader))];
        Names = [.. leaders.Select((_, player) => string.Join(" + ", names.Where((_, column) => _players[column] == player)))];
    }

    /// <summary>Their columns, in the columns' order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whom an input belongs to.</summary>
    public int Of(int input) => _players[_columns[input]];

    /// <summary>The least column leads.</summary>
    static void Join(int[] first, int a, int b)
    {
        var (least, other) = (Math.Min(first[a], first[b]), Math.Max(first[a], first[b]));
        for (var i = 0; i < first.Length; i++)
            if (first[i] == other)
                first[i] = least;
    }
}
