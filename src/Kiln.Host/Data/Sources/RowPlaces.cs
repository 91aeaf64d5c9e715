namespace Kiln.Host.Data.Sources;

/// <summary>Finds fields of a dataset in its sources.</summary>
/// <param name="firstRows">For each source, how many rows stand in those before it.</param>
/// <param name="key">The column whose value tells a row apart where there are no lines; null for none.</param>
sealed class RowPlaces(IReadOnlyList<DataSource> sources, IReadOnlyList<int> firstRows, string? key = null)
{
    /// <summary>The places of fields, given by their row (over all sources, from 0) and the name of their column.</summary>
    public IReadOnlyList<FieldPlace> Find(IReadOnlyList<(int Row, string Column)> fields)
    {
        var places = new FieldPlace[fields.Count];
        foreach (var inSource in Enumerable.Range(0, fields.Count).GroupBy(index => SourceOf(fields[index].Row)))
        {
            var source = sources[inSource.Key];
            var found = source.Find(
                [.. inSource.Select(index => (fields[index].Row - firstRows[inSource.Key], source.IndexOf(fields[index].Column)))], key);
            foreach (var (index, place) in inSource.Zip(found))
                places[index] = place;
        }
        return places;
    }

    int SourceOf(int row)
    {
        var source = firstRows.Count - 1;
        while (firstRows[source] > row)
            source--;
        return source;
    }
}
