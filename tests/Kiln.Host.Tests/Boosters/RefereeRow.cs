namespace Kiln.Host.Tests.Boosters;

/// <summary>A row of four numbers and a category, with a label for every task.</summary>
sealed class RefereeRow
{
    public float A { get; set; }

    public float B { get; set; }

    public float C { get; set; }

    public float D { get; set; }

    public string Kind { get; set; } = "";

    public bool Yes { get; set; }

    public float Amount { get; set; }

    public string Class { get; set; } = "";
}
