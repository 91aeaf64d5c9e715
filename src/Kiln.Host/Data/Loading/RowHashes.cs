using System.Numerics.Tensors;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Values;

namespace Kiln.Host.Data.Loading;

/// <summary>Hashes rows while they are read: over all that counts, and over the columns that tell rows apart.</summary>
sealed class RowHashes
{
    readonly DataContract _contract;
    readonly IReadOnlyList<string>? _recorded;
    readonly Sum _content;
    readonly Sum? _keyed;
    readonly List<Sum> _ids;
    int _last;

    /// <param name="contract">What the rows are read by.</param>
    /// <param name="recorded">The columns that told the rows apart until now; null where nothing was trained yet.</param>
    /// <param name="rows">How many there will be.</param>
    public RowHashes(DataContract contract, IReadOnlyList<string>? recorded, int rows)
    {
        _contract = contract;
        // A column that is gone tells nothing apart any longer, and then the choice is made anew.
        _recorded = recorded?.All(name => contract.Find(name) is not null) == true ? recorded : null;
        _content = new([.. Content.Select(column => column.Name)], new ulong[rows]);
        _keyed = _recorded is null || _content.Columns.SetEquals(_recorded) ? null : new([.. _recorded], new ulong[rows]);
        _ids = _recorded is null ? [.. contract.Columns.Where(column => column.Role == ColumnRole.Id && !column.Nullable).Select(id => new Sum([id.Name], new ulong[rows]))] : [];
    }

    /// <summary>What is ignored is no part of the data.</summary>
    IEnumerable<Column> Content => _contract.Columns.Where(column => column.Role != ColumnRole.Ignore);

    /// <summary>Rows so far.</summary>
    public int Rows { get; private set; }

    /// <summary>Goes on to the next rows.</summary>
    public void Next(int rows) => (_last, Rows) = (Rows, Rows + rows);

    /// <summary>Takes a column's hashes of the rows it is at; several columns may come at the same time, for a sum asks for no order.</summary>
    public void Add(string column, ReadOnlySpan<ulong> fields)
    {
        foreach (var sum in Sums.Where(sum => sum.Columns.Contains(column)))
            lock (sum)
            {
                var hashes = sum.Hashes.AsSpan(_last, fields.Length);
                TensorPrimitives.Add(hashes, fields, hashes);
            }
    }

    /// <summary>Over all columns that count.</summary>
    public ulong[] Finish() => _content.Hashes;

    /// <summary>
    /// The columns that tell rows apart, and the rows' hashes over them: as recorded, else the first id that no two rows share, else all that
    /// count. An id is the better choice: a row keeps its side when another column goes or one of its values is corrected.
    /// </summary>
    public (IReadOnlyList<string> By, ulong[] Hashes) Keyed(ulong[] content)
    {
        if (_recorded is not null)
            return (_recorded, _keyed?.Hashes ?? content);
        var id = _ids.Find(id => AreDifferent(id.Hashes));
        return id is null ? ([.. Content.Select(column => column.Name)], content) : ([.. id.Columns], id.Hashes);
    }

    static bool AreDifferent(ulong[] hashes)
    {
        ulong[] sorted = [.. hashes];
        RadixSort.Sort(sorted);
        for (var i = 1; i < sorted.Length; i++)
            if (sorted[i] == sorted[i - 1])
                return false;
        return true;
    }

    IEnumerable<Sum> Sums => _keyed is null ? _ids.Prepend(_content) : _ids.Prepend(_keyed).Prepend(_content);

    sealed record Sum(HashSet<string> Columns, ulong[] Hashes);
}
