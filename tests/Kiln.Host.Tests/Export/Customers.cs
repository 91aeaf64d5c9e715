using Microsoft.ML;

namespace Kiln.Host.Tests.Export;

/// <summary>Generated rows with a known signal, missing numbers and texts; the same for the same seed.</summary>
static class Customers
{
    public static readonly string[] Contracts = ["Month-to-month", "One year", "Two years"];
    public static readonly string[] Payments = ["Überweisung", "cheque", "カード", "cash", "Card"];
    public static readonly string[] Inputs = ["Größe in mm", "Score", "MulNodeOutput", "Add", "Contract", "支付 方式"];

    public static CustomerRow[] Rows(int count, int seed, bool missing = true)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Row(random, missing))];
    }

    public static IDataView View(MLContext ml, int count, int seed, bool missing = true) =>
        ml.Data.LoadFromEnumerable(Rows(count, seed, missing));

    /// <summary>As training does it: categories are fixed, and a column of its own name takes the encoded ones.</summary>
    public static IEstimator<ITransformer> Encoded(MLContext ml)
    {
        var numbers = Inputs[..4];
        return OneHot(ml, "Contract", Contracts)
            .Append(OneHot(ml, "支付 方式", Payments))
            .Append(ml.Transforms.Concatenate("Features", [.. numbers, "encoded Contract", "encoded 支付 方式"]));
    }

    static IEstimator<ITransformer> OneHot(MLContext ml, string column, string[] values) =>
        ml.Transforms.Categorical.OneHotEncoding("encoded " + column, column, keyData: Keys(ml, values));

    public static IDataView Keys(MLContext ml, string[] values) =>
        ml.Data.LoadFromEnumerable(values.Select(value => new Key { Value = value }));

    static CustomerRow Row(Random random, bool missing)
    {
        float Number(double scale) => missing && random.Next(12) == 0 ? float.NaN : (float)(random.NextDouble() * scale);
        string Pick(string[] values) => missing && random.Next(15) == 0 ? "" : values[random.Next(values.Length)];
        var row = new CustomerRow
        {
            Size = Number(400),
            Income = Number(90_000),
            Age = Number(90),
            Active = random.Next(2),
            Contract = Pick(Contracts),
            Payment = Pick(Payments),
        };
        var signal = (float.IsNaN(row.Size) ? 1.2 : row.Size / 200) - row.Age / 60;
        signal += (row.Contract == "Two years" ? -1.5 : 0.4) + (row.Payment == "カード" ? 0.8 : 0);
        signal = double.IsNaN(signal) ? 0.7 : signal;
        row.Churned = signal + random.NextDouble() - 0.5 > 0.6;
        row.Price = (float)(1000 * signal + 50 * random.NextDouble());
        row.Species = signal < 0.2 ? "Adélie" : signal < 0.9 ? "Gentoo" : "Chinstrap";
        return row;
    }

    sealed class Key
    {
        public string Value { get; set; } = "";
    }
}
