namespace Kiln.Analyzers.Catalog;

/// <summary>What is true of a method of ML.NET, in the words of the tables.</summary>
static class Tag
{
    /// <summary>A transform whose output for a row depends on the other rows it was fitted on.</summary>
    public const string Learns = "learns";

    /// <summary>It learns no more than which values there are.</summary>
    public const string OnlyNumbers = "only numbers";

    /// <summary>It takes random numbers from its context.</summary>
    public const string Draws = "draws";

    /// <summary>It takes them too, once the rows can be shuffled.</summary>
    public const string DrawsWhenShuffled = "draws when shuffled";

    /// <summary>It gives rows that can be shuffled.</summary>
    public const string CanShuffle = "can shuffle";

    /// <summary>Its threads race, so that their number and luck decide what is learned.</summary>
    public const string Races = "races";

    public const string SameRows = "same rows";

    public const string SomeRows = "some rows";

    public const string RepeatsRows = "repeats rows";

    public const string SplitsRows = "splits rows";

    public const string SameColumns = "same columns";

    /// <summary>Its slots are the values of one category, and say so to LightGBM.</summary>
    public const string Categories = "categories";

    /// <summary>It makes the one column that its argument names, and no other.</summary>
    public const string OneOutput = "one output";

    /// <summary>It says how right a model with a label is.</summary>
    public const string Measures = "measures";

    public const string CrossValidates = "cross-validates";

    /// <summary>It is given code that it runs for every row.</summary>
    public const string RunsCode = "runs code";

    /// <summary>A saved model finds that code again by its contract's name.</summary>
    public const string FoundByName = "found by name";
}
