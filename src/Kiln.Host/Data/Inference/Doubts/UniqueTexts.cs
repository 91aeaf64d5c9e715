namespace Kiln.Host.Data.Inference.Doubts;

/// <summary>Texts of which no two are the same name the rows, or are what there is to learn from: one is taken, and said where it is not plain.</summary>
static class UniqueTexts
{
    /// <summary>In fewer rows texts need not repeat.</summary>
    const int FewestRows = 10;

    public static IEnumerable<Doubt> Find(DoubtfulColumn column)
    {
        if (column.Unique is not { AreDoubtful: true } unique || column.Scan.Rows < FewestRows || column.Scan.IsPersonal)
            yield break;
        yield return column.TwoReadings(0, unique.AreProse
            ? $"every row has another text in column '{column.Name}', most of several words, so it is read as text to learn from; "
                + $"if it names the row, as names of persons do, write \"role\": \"id\" for the column in {column.Contract}"
            : $"every row has another word in column '{column.Name}', so it is read as what names the row and is no input; "
                + $"if there is something to learn from it, write \"role\": \"feature\" for the column in {column.Contract}");
    }
}
