namespace Kiln.Host.Data.Files;

/// <summary>Finds fields of a dataset in its files.</summary>
/// <param name="firstRows">For each source, how many rows stand in those before it.</param>
sealed class RowPlaces(IReadOnlyList<CsvSource> sources, IReadOnlyList<int> firstRows)
{
    /// <summary>The places of fields, given by their row (over all files, from 0) and the name of their column.</summary>
    public IReadOnlyList<FieldPlace> Find(IReadOnlyList<(int Row, string Column)> fields)
    {
        var places = new FieldPlace[fields.Count];
        foreach (var inSource in Enumerable.Range(0, fields.Count).GroupBy(index => SourceOf(fields[index].Row)))
        {
            var source = sources[inSource.Key];
            var found = FieldPlace.Find(source,
                [.. inSource.Select(index => (fields[index].Row - firstRows[inSource.Key], source.IndexOf(fields[index].Column)))]);
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
