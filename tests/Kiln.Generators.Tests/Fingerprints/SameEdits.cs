using Edit = System.Func<Kiln.Generators.Tests.Fingerprints.PipelineProject, Kiln.Generators.Tests.Fingerprints.PipelineProject>;

namespace Kiln.Generators.Tests.Fingerprints;

/// <summary>Edits that leave the pipeline what it was.</summary>
static class SameEdits
{
    const string Model = "Models/PriceModel.cs";
    const string Names = "Features/Names.cs";
    const string Rows = "Features/Rows.cs";
    const string Missing = "Features/Missing.cs";
    const string Settings = "Settings/Settings.cs";
    const string Limits = "Settings/Limits.cs";
    const string Learners = "Learners/Learners.cs";

    public static IReadOnlyDictionary<string, Edit> All { get; } = new Dictionary<string, Edit>
    {
        // Comments, layout, names, places.
        ["comment changed"] = p => p.Edit(Model, "The road through all of it.", "Another comment."),
        ["documentation changed"] = p => p.Edit(Model, "Prices of what is sold.", "Other words."),
        ["region added"] = p => p.Edit(Learners, "    static int Part(int whole, int share) => whole - share;", "#region parts\n    static int Part(int whole, int share) => whole - share;\n#endregion"),
        ["pragma added"] = p => p.Edit(Names, "static string Shortest(", "#pragma warning disable CS8604\n    static string Shortest("),
        ["line above"] = p => p.Edit(Settings, "namespace Shop;", "\n\n\nnamespace Shop;"),
        ["local renamed"] = p => p.Edit(Learners, "bins += 51; while (bins < 250)", "count += 51; while (count < 250)").Edit(Learners, "var bins = 0", "var count = 0").Edit(Learners, "return bins;", "return count;"),
        ["parameter renamed"] = p => p.Edit(Learners, "static int Part(int whole, int share) => whole - share", "static int Part(int all, int some) => all - some"),
        ["lambda's parameter renamed"] = p => p.Edit(Learners, "value => value / 2", "x => x / 2"),
        ["helper renamed"] = p => p.Edit(Learners, "static async System.Threading.Tasks.Task<int> Wait()", "static async System.Threading.Tasks.Task<int> Rest()").Edit(Learners, "Wait().Result", "Rest().Result"),
        ["private field renamed"] = p => p.Everywhere("_least", "_fewest"),
        ["constant renamed"] = p => p.Everywhere("Tens", "Dozens"),
        ["class renamed"] = p => p.Everywhere("Learners", "Teachers").Add("L.cs", "namespace Shop; class Learners;"),
        ["interface and its member renamed"] = p => p.Everywhere("ILearn", "ITeach").Everywhere("Prefers", "Likes"),
        ["namespace renamed"] = p => p.Everywhere("Shop.Features", "Shop.Columns").Everywhere("typeof(Features.Sale)", "typeof(Columns.Sale)"),
        ["local function renamed"] = p => p.Everywhere("Numbered", "Named"),
        ["type parameter renamed"] = p => p.Everywhere("Normalized<T>(this IEstimator<T> chain", "Normalized<TAny>(this IEstimator<TAny> chain").Everywhere("where T : class", "where TAny : class").Everywhere("typeof(T)", "typeof(TAny)"),
        ["pattern's variable renamed"] = p => p.Edit(Learners, "[3, .. var rest] ? rest.Length", "[3, .. var others] ? others.Length"),
        ["exception's variable renamed"] = p => p.Edit(Learners, "catch (ArgumentException error) when (error.ParamName", "catch (ArgumentException e) when (e.ParamName"),
        ["enum member renamed that nobody sees by name"] = p => p.Everywhere("Level.High", "Level.Tall").Everywhere("High = 5", "Tall = 5"),
        ["file renamed"] = p => p.Remove("Settings/Adjusting.cs").Add("Settings/Zz.cs", p.Files["Settings/Adjusting.cs"]),
        ["class moved to another file"] = p => p.Edit(Names, ByLength, "").Add("Comparing.cs", "namespace Shop.Features;\n" + ByLength),
        ["helper moved to another class"] = p => p.Edit(Learners, Half, "").Edit(Learners, "Part(10, 3)", "Parts.Part(10, 3)").Append(Learners, "static class Parts {" + Half.Replace("static", "public static") + "}"),
        ["methods in another order"] = p => p.Edit(Learners, Half, "").Edit(Learners, "static int Bins(bool many)", Half + "\n    static int Bins(bool many)"),
        ["local function moved up"] = p => p.Edit(Model, LocalFunction, "").Edit(Model, "var columns =", LocalFunction + "\n        var columns ="),
        ["unrelated statics in another order"] = p => p.Edit(Limits, "    public static readonly double Unrelated = 7;\n", "").Edit(Limits, "public static readonly double Slow", "public static readonly double Unrelated = 7; public static readonly double Slow"),

        ["local function as a method"] = p => p.Edit(Model, LocalFunction, "").Edit(Model, "public static void Report", LocalFunction.Replace("string Numbered", "static string Numbered") + "\n    public static void Report"),
        ["class in two files"] = p => p.Edit(Learners, "static class Learners", "static partial class Learners").Edit(Learners, Half, "").Add("Half.cs", "namespace Shop; static partial class Learners {" + Half + "}"),
        ["constant moved to another class"] = p => p.Edit(Limits, "const int Tens = 12;", "").Edit(Limits, "Rounds = Tens * 10", "Rounds = Rates.Tens * 10").Edit(Limits, "public const double Fast", "public const int Tens = 12; public const double Fast"),
        ["local renamed that lambdas see"] = p => p.Edit(Model, "(sale, ratio) => ratio.PerUnit = sale.Total / Math.Max(sale.Units, 1)", "(bought, to) => to.PerUnit = bought.Total / Math.Max(bought.Units, 1)"),

        // Spelling.
        ["converted constant"] = p => p.Edit(Limits, "Fast / 4", "Fast / 4.0"),
        ["explicit type for var"] = p => p.Edit(Learners, "var bins = 0;", "int bins = 0;"),
        ["var for explicit type"] = p => p.Edit(Learners, "Func<double, double> half = value =>", "var half = (double value) =>"),
        ["target-typed new"] = p => p.Edit(Model, "new List<string>()", "new System.Collections.Generic.List<string>()"),
        ["parentheses"] = p => p.Edit(Model, "sale.Total / Math.Max(sale.Units, 1)", "((sale.Total) / (Math.Max(sale.Units, (1))))"),
        ["qualified name"] = p => p.Edit(Model, "Learners.Trees(ml, settings)", "global::Shop.Learners.Trees(ml, settings)"),
        ["this qualified"] = p => p.Edit(Settings, "_learn = Pick(", "this._learn = Settings.Pick("),
        ["block body"] = p => p.Edit(Learners, "static int Part(int whole, int share) => whole - share;", "static int Part(int whole, int share) { return whole - share; }"),
        ["expression body"] = p => p.Edit(Model, "string Numbered(int number, string suffix)\n        {\n            return $\"{number:D2}{suffix}\";\n        }", "string Numbered(int number, string suffix) => $\"{number:D2}{suffix}\";"),
        ["block lambda"] = p => p.Edit(Learners, "value => value / 2", "value => { return value / 2; }"),
        ["braces around one statement"] = p => p.Edit(Learners, "options.MinimumExampleCountPerLeaf = Part(10, 3);", "{ options.MinimumExampleCountPerLeaf = Part(10, 3); }"),
        ["property's block body"] = p => p.Edit(Settings, "public override double Scale => base.Scale + 1;", "public override double Scale { get { return base.Scale + 1; } }"),
        ["literal spelled otherwise"] = p => p.Edit(Learners, "Penalty(0.01f, 0.02f)", "Penalty(1e-2f, 0.020F)").Edit(Limits, "const int Tens = 12", "const int Tens = 0b1100").Edit(Limits, "_least = 3", "_least = 0x3"),
        ["string spelled otherwise"] = p => p.Edit(Names, "return Shortest(\"weight\", \"age\")", "return Shortest(@\"weight\", \"\"\"age\"\"\")").Edit(Names, "{ \"Total\"", "{ \"T\\u006ftal\""),
        ["constant written out"] = p => p.Edit(Names, "Parts.Left + \"_\"", "\"col_\""),
        ["constant behind another"] = p => p.Edit(Limits, "const int Tens = 12", "const int Tens = Dozen; const int Dozen = 6 + 6"),
        ["arguments named"] = p => p.Edit(Learners, "Part(10, 3)", "Part(whole: 10, share: 3)"),
        ["constant arguments named and swapped"] = p => p.Edit(Learners, "Part(10, 3)", "Part(share: 3, whole: 10)"),
        ["default argument written out"] = p => p.Edit(Model, "chain.Append(Learners.Trees(ml, settings))", "chain.Append(Learners.Trees(ml, settings, 5))"),
        ["parameters as an array"] = p => p.Edit(Names, "Shortest(\"weight\", \"age\")", "Shortest(new[] { \"weight\", \"age\" })"),
        ["extension method called as a static one"] = p => p.Edit(Model, "chain.Normalized(ml, settings)", "Chains.Normalized(chain, ml, settings)"),
        ["query as method calls"] = p => p.Edit(Names, Query, "All.Where(n => n.Length > 3).OrderBy(n => n).Select(n => n.ToLowerInvariant())"),
        ["type argument written out"] = p => p.Edit(Names, "Basic.Concat(Extra)", "Basic.Concat<string>(Extra)"),
        ["using static removed"] = p => p.Edit(Model, "using static Shop.Features.Names;\n", "").Edit(Model, "in Numeric()", "in Names.Numeric()").Edit(Model, "Add(Prefix", "Add(Names.Prefix").Edit(Model, "ReplaceMissingValues(Quantity", "ReplaceMissingValues(Names.Quantity").Edit(Model, "OneHotEncoding(Store, Store)", "OneHotEncoding(Names.Store, Names.Store)").Edit(Model, "Concatenate(Vector", "Concatenate(Names.Vector"),
        ["alias"] = p => p.Edit(Model, "using Shared;", "using S = Shared.Sharing;").Edit(Model, "Sharing.Weight", "S.Weight"),
        ["unchecked said where it is the default"] = p => p.Edit(Learners, "whole - share;", "unchecked(whole - share);"),
        ["empty statement"] = p => p.Edit(Learners, "var bins = 0;", "var bins = 0;;"),
        ["local constant"] = p => p.Edit(Learners, "bins += 51;", "bins += Step;").Edit(Learners, "var bins = 0;", "var bins = 0; const int Step = 51;"),
        ["redundant cast"] = p => p.Edit(Learners, "return bins;", "return (int)bins;"),
        ["nullable annotations"] = p => p.Edit(Names, "Compare(string? x, string? y) => (x?.Length", "Compare(string x, string y) => (x?.Length").Edit(Names, "namespace Shop.Features;", "#nullable disable\nnamespace Shop.Features;"),
        ["null forgiven"] = p => p.Edit(Learners, "Bins(true)", "Bins(true)!"),
        ["accessibility"] = p => p.Edit(Model, "    static IEstimator<ITransformer> Pipeline", "    internal static IEstimator<ITransformer> Pipeline").Edit(Learners, "static int Bins", "internal static int Bins"),
        ["sealed"] = p => p.Edit(Settings, "partial class Settings : Defaults", "sealed partial class Settings : Defaults"),
        ["static lambda"] = p => p.Edit(Model, "static (sale, ratio)", "(sale, ratio)"),

        // What the pipeline does not reach.
        ["gate changed"] = p => p.Edit(Model, "AtLeast = 0.5", "AtLeast = 0.6"),
        ["version changed"] = p => p.Edit(Model, "1.0.0", "1.1.0"),
        ["unrelated attribute"] = p => p.Edit(Learners, "static int Bins", "[System.Diagnostics.DebuggerStepThrough] static int Bins").Edit(Rows, "public class Sale", "[Obsolete] public class Old; [System.Diagnostics.DebuggerDisplay(\"sale\")] public class Sale"),
        ["unrelated method of the model"] = p => p.Edit(Model, "Console.WriteLine(unrelated)", "Console.WriteLine(unrelated + 1)"),
        ["unrelated method of a reached class"] = p => p.Edit(Settings, "Console.WriteLine(other)", "Console.WriteLine(this)"),
        ["unrelated operator"] = p => p.Edit(Learners, "new(left.Amount - right.Amount)", "new(right.Amount - left.Amount)"),
        ["unrelated overload"] = p => p.Edit(Learners, "static int Part(int whole, double share) => whole;", "static int Part(int whole, double share) => whole * 2;"),
        ["unrelated file"] = p => p.Edit("Other/Unrelated.cs", "41 + 1", "43"),
        ["file added"] = p => p.Add("Other/More.cs", "namespace Shop.Other; class More;"),
        ["file removed"] = p => p.Remove("Other/Unrelated.cs"),
        ["unrelated constant"] = p => p.Edit(Limits, "Unrelated = 7", "Unrelated = 8"),
        ["implementation that nobody constructs"] = p => p.Edit(Settings, "int rounds) => false", "int rounds) => true"),
        ["row's private field"] = p => p.Edit(Rows, "float _hidden = 0;", "float _secret = 0;").Edit(Rows, "=> _hidden", "=> _secret"),
        ["row's method"] = p => p.Edit(Rows, "public float Shown() => _hidden", "public float Shown() => _hidden + 1"),
        ["unused default argument"] = p => p.Edit(Model, "chain.Append(Learners.Trees(ml, settings))", "chain.Append(Learners.Trees(ml, settings, 5))").Edit(Learners, "int? seed = 5", "int? seed = 6"),
        ["dead preprocessor branch"] = p => p.Edit(Learners, "var bins = 0;", "var bins = 0;\n#if NEVER\n        bins = 7;\n#endif\n"),
        ["body in the other project"] = p => p.Edit(PipelineSources.Library, "Math.Sqrt(2)", "Math.Sqrt(3)"),
        ["line of a call that asks for its line"] = p => p.Edit("Settings/Adjusting.cs", "        Trace(", "\n\n        Trace("),
    };

    const string ByLength = """
        sealed class ByLength : IComparer<string>
        {
            public int Compare(string? x, string? y) => (x?.Length ?? 0).CompareTo(y?.Length ?? 0);
        }
        """;

    const string Half = "    static int Part(int whole, int share) => whole - share;\n";

    const string LocalFunction = "        string Numbered(int number, string suffix)\n        {\n            return $\"{number:D2}{suffix}\";\n        }\n";

    const string Query = """
        from name in All
                                     where name.Length > 3
                                     orderby name
                                     select name.ToLowerInvariant()
        """;
}
