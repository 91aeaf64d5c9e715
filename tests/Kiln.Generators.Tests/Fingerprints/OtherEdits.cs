using Edit = System.Func<Kiln.Generators.Tests.Fingerprints.PipelineProject, Kiln.Generators.Tests.Fingerprints.PipelineProject>;

namespace Kiln.Generators.Tests.Fingerprints;

/// <summary>Edits that make it another pipeline.</summary>
static class OtherEdits
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
        // The method itself.
        ["option's value"] = p => p.Edit(Model, "Rounds = Limits.Rounds", "Rounds = 100"),
        ["steps swapped"] = p => p.Edit(Model, Encoding, "").Edit(Model, "            .Append(ml.Transforms.Concatenate", "            .Append(ml.Transforms.Concatenate(\"F\", \"Total\"))" + Encoding + "            .Append(ml.Transforms.Concatenate"),
        ["step removed"] = p => p.Edit(Model, Encoding, ""),
        ["loop's bound"] = p => p.Edit(Model, "i < 3", "i < 4"),
        ["loop's comparison"] = p => p.Edit(Model, "i < 3", "i <= 3"),
        ["ternary swapped"] = p => p.Edit(Model, "settings.Trees() ?", "!settings.Trees() ?"),
        ["branches swapped"] = p => p.Edit(Model, "? chain.Append(Learners.Trees(ml, settings)) : chain.Append(Learners.Line(ml, settings, Sharing.Weight))", "? chain.Append(Learners.Line(ml, settings, Sharing.Weight)) : chain.Append(Learners.Trees(ml, settings))"),
        ["format of an interpolation"] = p => p.Edit(Model, "{number:D2}", "{number:D3}"),
        ["alignment for format"] = p => p.Edit(Model, "{number:D2}", "{number,2}"),
        ["text of an interpolation"] = p => p.Edit(Model, "D2}{suffix}", "D2}-{suffix}"),
        ["interpolated values swapped"] = p => p.Edit(Model, "{number:D2}{suffix}", "{suffix}{number:D2}"),
        ["mapping lambda"] = p => p.Edit(Model, "sale.Total / Math.Max", "sale.Total * Math.Max"),
        ["operands swapped"] = p => p.Edit(Model, "sale.Total / Math.Max(sale.Units, 1)", "Math.Max(sale.Units, 1) / sale.Total"),
        ["property of a row"] = p => p.Edit(Model, "Math.Max(sale.Units, 1)", "Math.Max(sale.Total, 1)"),
        ["optional argument left out"] = p => p.Edit(Model, ", replacementMode: Missing.Mode(settings.Level)", ""),
        ["another member of the other project's"] = p => p.Edit(Model, "Sharing.Weight", "Sharing.Other").Edit(PipelineSources.Library, "public static float Weight", "/// <summary>Another.</summary>\n    public static float Other => 1;\n\n    /// <summary>A weight.</summary>\n    public static float Weight"),
        ["helper called twice"] = p => p.Edit(Model, "chain = chain.Normalized(ml, settings);", "chain = chain.Normalized(ml, settings).Normalized(ml, settings);"),

        // Names and helpers.
        ["constant two hops away"] = p => p.Edit(Names, "Left = \"col\"", "Left = \"c\""),
        ["constant of a constant"] = p => p.Edit(Limits, "Tens = 12", "Tens = 13"),
        ["name of a renamed member"] = p => p.Edit(Names, "nameof(Sale.Units)", "nameof(Sale.Total)"),
        ["static initializer"] = p => p.Edit(Names, "{ \"Total\", \"Weight\" }", "{ \"Total\", \"Width\" }"),
        ["items of an array swapped"] = p => p.Edit(Names, "{ \"Total\", \"Weight\" }", "{ \"Weight\", \"Total\" }"),
        ["order of static initializers"] = p => p.Edit(Names, "    static readonly string[] Extra = new[] { \"Age\" };\n", "").Edit(Names, "public static readonly string[] All", "static readonly string[] Extra = new[] { \"Age\" }; public static readonly string[] All"),
        ["query's filter"] = p => p.Edit(Names, "name.Length > 3", "name.Length > 4"),
        ["query's order"] = p => p.Edit(Names, "orderby name\n", "orderby name descending\n"),
        ["query's order removed"] = p => p.Edit(Names, "orderby name\n", "\n"),
        ["iterator's yield moved"] = p => p.Edit(Names, "yield return Shortest(\"weight\", \"age\");", "").Edit(Names, "foreach (var name in Basic)", "yield return Shortest(\"weight\", \"age\"); foreach (var name in Basic)"),
        ["iterator ends early"] = p => p.Edit(Names, "yield return Shortest(", "yield break; yield return Shortest("),
        ["parameter array's items"] = p => p.Edit(Names, "(\"weight\", \"age\")", "(\"weight\", \"age\", \"a\")"),
        ["comparer that only others call"] = p => p.Edit(Names, "CompareTo(y?.Length ?? 0)", "CompareTo(y?.Length ?? 1)"),
        ["null-conditional"] = p => p.Edit(Names, "(x?.Length ?? 0)", "(x!.Length)"),
        ["First for Last"] = p => p.Edit(Names, ".First()", ".Last()"),
        ["using static of another class"] = p => p.Edit(Model, "using static Shop.Features.Names;", "using static Shop.Features.Others;").Add("Others.cs", "namespace Shop.Features; static class Others { public const string Vector = \"Features\", Quantity = \"Units\", Store = \"Store\", Prefix = \"col_\"; public static IEnumerable<string> Numeric() => Names.Basic; }"),

        // Rows.
        ["row's property renamed"] = p => p.Everywhere("Total { get", "Sum { get").Everywhere("sale.Total", "sale.Sum"),
        ["row's property retyped"] = p => p.Edit(Rows, "public float PerUnit", "public double PerUnit"),
        ["row's property added"] = p => p.Edit(Rows, "public float PerUnit { get; set; }", "public float PerUnit { get; set; } public float More { get; set; }"),
        ["row's column name"] = p => p.Edit(Rows, "ColumnName(\"Pieces\")", "ColumnName(\"Units\")"),
        ["row's column index"] = p => p.Edit(Rows, "LoadColumn(0)", "LoadColumn(2)"),
        ["row's column without a name"] = p => p.Edit(Rows, ", ColumnName(\"Pieces\")", ""),
        ["base row's vector"] = p => p.Edit(Rows, "VectorType(3)", "VectorType(4)"),
        ["row's base class"] = p => p.Edit(Rows, "class Sale : Bought", "class Sale"),
        ["row's property made private"] = p => p.Edit(Rows, "public class Ratio\n{", "public class Ratio\n{\n    public float Seen { get; private set; }"),
        ["row's constructor"] = p => p.Edit(Rows, "public class Ratio\n{", "public class Ratio\n{\n    public Ratio() => PerUnit = 1;"),
        ["row's property with a body"] = p => p.Edit(Rows, "public float Units { get; set; }", "public float Units { get => _hidden; set => _hidden = value; }"),

        // Switches, enums.
        ["enum member's value"] = p => p.Edit(Missing, "High = 5", "High = 6"),
        ["switch arm's value"] = p => p.Edit(Missing, "Level.Low => MissingValueReplacingEstimator.ReplacementMode.Mean", "Level.Low => MissingValueReplacingEstimator.ReplacementMode.Maximum"),
        ["switch arm's guard"] = p => p.Edit(Missing, "Level.High when Strict", "Level.High"),
        ["guard's condition"] = p => p.Edit(Missing, "Strict { get; } = true", "Strict { get; } = false"),
        ["pattern's bound"] = p => p.Edit(Settings, "is > 50 and < 500", "is > 50 and < 400"),
        ["pattern's and for or"] = p => p.Edit(Settings, "is > 50 and < 500", "is > 50 or < 500"),
        ["pattern negated"] = p => p.Edit(Settings, "is { Transforms: not null }", "is { Transforms: null }"),
        ["pattern's property"] = p => p.Edit(Settings, "is { Transforms: not null }", "is { Data: not null }"),
        ["case of a switch"] = p => p.Edit(Learners, "case true: return bins", "case false: return bins"),

        // Classes.
        ["base class's initializer"] = p => p.Edit(Settings, "Leaves { get; set; } = 20", "Leaves { get; set; } = 21"),
        ["base class's constructor"] = p => p.Edit(Settings, "Leaves += 4", "Leaves -= 4"),
        ["field initializer nobody names"] = p => p.Edit(Settings, "int Rounds { get; set; } = 100", "int Rounds { get; set; } = 101"),
        ["virtual property's override"] = p => p.Edit(Settings, "base.Scale + 1", "base.Scale + 2"),
        ["override removed"] = p => p.Edit(Settings, "    public override double Scale => base.Scale + 1;\n", ""),
        ["base's virtual property"] = p => p.Edit(Settings, "Scale => 1.5", "Scale => 1.6"),
        ["setter's body"] = p => p.Edit(Settings, "if (value > 0) _rate = value;", "_rate = value;"),
        ["getter's body"] = p => p.Edit(Settings, "get => _rate * Scale", "get => _rate + Scale"),
        ["indexer"] = p => p.Edit(Settings, "index * 0.25", "index * 0.26"),
        ["implementation of an interface"] = p => p.Edit(Settings, "rounds >= 100", "rounds > 100"),
        ["explicit implementation"] = p => p.Edit(Settings, "rounds * _factor > 10", "rounds * _factor > 11"),
        ["constructor argument"] = p => p.Edit(Settings, "new Bold(2)", "new Bold(3)"),
        ["constructor's body"] = p => p.Edit(Settings, "{ _factor = factor; }", "{ _factor = factor + 1; }"),
        ["another implementation"] = p => p.Edit(Settings, "new Careful() : new Bold(2)", "new Unused() : new Bold(2)"),
        ["partial method"] = p => p.Edit("Settings/Adjusting.cs", "Rounds * 2", "Rounds * 3"),
        ["partial method removed"] = p => p.Remove("Settings/Adjusting.cs").Edit(Settings, "static void Trace", "public static void Trace"),
        ["checked"] = p => p.Edit("Settings/Adjusting.cs", "checked(Rounds * 2)", "Rounds * 2"),
        ["out parameter"] = p => p.Edit(Settings, "found = 0.2", "found = 0.3"),
        ["ref dropped"] = p => p.Edit(Settings, "Tune(ref _rate)", "Tune(_rate)").Edit(Settings, "Tune(ref double rate)", "Tune(double rate)"),
        ["calls swapped"] = p => p.Edit(Settings, "Tune(ref _rate);\n        Adjust();", "Adjust();\n        Tune(ref _rate);"),
        ["static constructor"] = p => p.Edit(Limits, "_least += Step", "_least += Step + 1"),
        ["static field behind a base class's field"] = p => p.Edit(Limits, "_least = 3", "_least = 4"),
        ["static initializer with an effect"] = p => p.Edit(Limits, "Step = _least++", "Step = ++_least"),
        ["initializer with an effect that nobody names"] = p => p.Edit(Limits, "static readonly int Step = _least++;", "static readonly int Step = _least++; static readonly int Unused = _least = 9;"),
        ["static divided"] = p => p.Edit(Limits, "Fast / 4", "Fast / 5"),
        ["constant for a static"] = p => p.Edit(Limits, "Fast = 0.4", "Fast = 0.40001"),

        // Learners.
        ["default argument"] = p => p.Edit(Learners, "int? seed = 5", "int? seed = 6"),
        ["null-coalescing"] = p => p.Edit(Learners, "Seed = seed ?? 1", "Seed = seed ?? 2"),
        ["nested options"] = p => p.Edit(Learners, "L2Regularization = Penalty", "L1Regularization = Penalty"),
        ["option assigned another property"] = p => p.Edit(Learners, "NumberOfIterations = settings.Rounds", "NumberOfIterations = settings.Leaves"),
        ["condition of a statement"] = p => p.Edit(Learners, "settings[2] > 0.1", "settings[2] >= 0.1"),
        ["arguments swapped"] = p => p.Edit(Learners, "Part(10, 3)", "Part(3, 10)"),
        ["arguments swapped by name"] = p => p.Edit(Learners, "Part(10, 3)", "Part(share: 9, whole: 3)"),
        ["overload picked by an argument's type"] = p => p.Edit(Learners, "Part(10, 3)", "Part(10, 3d)"),
        ["better overload elsewhere"] = p => p.Add("Better.cs", "namespace Shop; static class Better { public static IEstimator<ITransformer> Normalized(this IEstimator<ITransformer> chain, MLContext ml, Settings settings) => chain; }"),
        ["operator of a type"] = p => p.Edit(Learners, "new(left.Amount + right.Amount)", "new(left.Amount * right.Amount)"),
        ["operator called"] = p => p.Edit(Learners, "new Money(1) + new Money(2)", "new Money(1) - new Money(2)"),
        ["lambda in a local"] = p => p.Edit(Learners, "value / 2", "value / 3"),
        ["operator in a helper"] = p => p.Edit(Learners, "whole - share", "whole + share"),
        ["deconstruction swapped"] = p => p.Edit(Learners, "var (l1, l2) =", "var (l2, l1) ="),
        ["with"] = p => p.Edit(Learners, "with { Other = weight }", "with { Strength = weight }"),
        ["record's parameters swapped"] = p => p.Edit(Learners, "record Penalty(float Strength, float Other)", "record Penalty(float Other, float Strength)"),
        ["named arguments swapped"] = p => p.Edit(Learners, "l1Regularization: l1, l2Regularization: l2", "l1Regularization: l2, l2Regularization: l1"),
        ["do for while"] = p => p.Edit(Learners, "do bins += 51; while (bins < 250);", "while (bins < 250) bins += 51;"),
        ["compound assignment"] = p => p.Edit(Learners, "bins += 51", "bins -= -51"),
        ["caught exception"] = p => p.Edit(Learners, "catch (ArgumentException error)", "catch (ArgumentNullException error)"),
        ["exception filter"] = p => p.Edit(Learners, "error.ParamName == \"bins\"", "error.ParamName != \"bins\""),
        ["catch's body"] = p => p.Edit(Learners, "MaximumBinCountPerFeature = 63", "MaximumBinCountPerFeature = 64"),
        ["awaited method"] = p => p.Edit(Learners, "return 31;", "return 32;"),
        ["await removed"] = p => p.Edit(Learners, "await System.Threading.Tasks.Task.Yield();", "await System.Threading.Tasks.Task.Delay(1);"),
        ["conversion"] = p => p.Edit(Learners, "(float)half(total.Amount)", "(float)(int)half(total.Amount)"),
        ["as for a cast"] = p => p.Edit(Learners, "(ISupportSdcaRegressionLoss?)Loss(l1)", "Loss(l1) as ISupportSdcaRegressionLoss"),
        ["constructed type"] = p => p.Edit(Learners, "new SquaredLoss()", "new TweedieLoss()"),
        ["integer for floating-point division"] = p => p.Edit(Learners, "Func<double, double> half = value => value / 2", "Func<double, double> half = value => (int)value / 2"),
        ["collection expression's item"] = p => p.Edit(Learners, "[3, .. Enumerable", "[4, .. Enumerable"),
        ["spread's range"] = p => p.Edit(Learners, "Enumerable.Range(1, 2)", "Enumerable.Range(1, 3)"),
        ["spread for item"] = p => p.Edit(Learners, "[3, .. Enumerable.Range(1, 2)]", "[.. Enumerable.Range(1, 2), 3]"),
        ["list pattern"] = p => p.Edit(Learners, "is [3, .. var rest]", "is [4, .. var rest]"),
        ["range from the other side"] = p => p.Edit(Learners, "sizes[..1]", "sizes[1..]"),
        ["index from the other end"] = p => p.Edit(Learners, "sizes[^1..]", "sizes[1..]"),
        ["type asked for"] = p => p.Edit(Learners, "typeof(Features.Sale)", "typeof(Features.Ratio)"),
        ["step in an extension method"] = p => p.Edit(Learners, "NormalizeMinMax(\"Features\")", "NormalizeLogMeanVariance(\"Features\")"),
        ["anonymous type's property"] = p => p.Edit(Learners, "Size = found", "Size = found + 1"),
        ["generic type argument"] = p => p.Edit(Model, "CustomMapping<Sale, Ratio>(static (sale, ratio) => ratio.PerUnit = sale.Total", "CustomMapping<Sale, Wide>(static (sale, ratio) => ratio.PerUnit = sale.Total").Append(Rows, "public class Wide : Ratio { public float More; }"),
    };

    const string Encoding = "            .Append(ml.Transforms.Categorical.OneHotEncoding(Store, Store))\n";
}
