using System.Runtime.InteropServices;
using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Loading;

/// <summary>Hashes rows while they are read: over all that counts, and over the columns that tell rows apart.</summary>
sealed class RowHashes
{
    readonly DataContract _contract;
    readonly IReadOnlyList<string>? _recorded;
    readonly Sum _content;
    readonly Sum? _keyed;
    readonly List<Sum> _ids;

    /// <param name="contract">What the rows are read by.</param>
    /// <param name="recorded">The columns that told the rows apart until now; null where nothing was trained yet.</param>
    public RowHashes(DataContract contract, IReadOnlyList<string>? recorded)
    {
        _contract = contract;
        // A column that is gone tells nothing apart any longer, and then the choice is made anew.
        _recorded = recorded?.All(name => contract.Find(name) is not null) == true ? recorded : null;
        _content = new([.. Content.Select(column => column.Name)]);
        _keyed = _recorded is null || _content.Columns.SetEquals(_recorded) ? null : new([.. _recorded]);
        _ids = _recorded is null ? [.. contract.Columns.Where(column => column.Role == ColumnRole.Id && !column.Nullable).Select(id => new Sum([id.Name]))] : [];
    }

    /// <summary>What is ignored is no part of the data.</summary>
    IEnumerable<Column> Content => _contract.Columns.Where(column => column.Role != ColumnRole.Ignore);

    public int Rows => _content.Hashes.Count;

    /// <summary>Makes room for more rows.</summary>
    public void Grow(int rows)
    {
        foreach (var sum in Sums)
            CollectionsMarshal.SetCount(sum.Hashes, sum.Hashes.Count + rows);
    }

    /// <summary>Takes a column's hashes of the rows there was made room for last.</summary>
    public void Add(string column, ReadOnlySpan<ulong> fields)
    {
        foreach (var sum in Sums.Where(sum => sum.Columns.Contains(column)))
        {
            var hashes = CollectionsMarshal.AsSpan(sum.Hashes)[^fields.Length..];
            for (var row = 0; row < fields.Length; row++)
                hashes[row] += fields[row];
        }
    }

    /// <summary>Over all columns that count.</summary>
    public ulong[] Finish() => [.. _content.Hashes];

    /// <summary>
    /// The columns that tell rows apart, and the rows' hashes over them: as recorded, else the first id that no two rows share, else all that
    /// count. An id is the better choice: a row keeps its side when another column goes or one of its values is corrected.
    /// </summary>
    public (IReadOnlyList<string> By, ulong[] Hashes) Keyed(ulong[] content)
    {
        if (_recorded is not null)
            return (_recorded, _keyed is null ? content : [.. _keyed.Hashes]);
        var id = _ids.Find(id => id.Hashes.Distinct().Count() == id.Hashes.Count);
        return id is null ? ([.. Content.Select(column => column.Name)], content) : ([.. id.Columns], [.. id.Hashes]);
    }

    IEnumerable<Sum> Sums => _keyed is null ? _ids.Prepend(_content) : _ids.Prepend(_keyed).Prepend(_content);

    sealed record Sum(HashSet<string> Columns)
    {
        public List<ulong> Hashes { get; } = [];
    }
}
