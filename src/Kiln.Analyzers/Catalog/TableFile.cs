namespace Kiln.Analyzers.Catalog;

/// <summary>A file of facts about ML.NET that is part of this assembly: a fact a line, those with a # are remarks.</summary>
static class TableFile
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(TableFile).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line;
    }
}
