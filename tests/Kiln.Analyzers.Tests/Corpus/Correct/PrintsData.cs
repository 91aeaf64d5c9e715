// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

// Looks at a file: columns, types, the first rows, what a scaler would make of them.
var ml = new MLContext();
var rows = ml.Data.LoadFromTextFile<Row>(args.Length > 0 ? args[0] : "rows.csv", ',', hasHeader: true);

foreach (var column in rows.Schema)
    Console.WriteLine($"{column.Index} {column.Name}: {column.Type}");

foreach (var row in ml.Data.CreateEnumerable<Row>(ml.Data.TakeRows(rows, 5), reuseRowObject: true))
    Console.WriteLine($"{row.A} {row.B} {row.Kind}");

var scaled = ml.Transforms.NormalizeMinMax("A").Append(ml.Transforms.NormalizeMinMax("B")).Fit(rows).Transform(rows);
Console.WriteLine(string.Join(" ", scaled.GetColumn<float>("A").Take(5)));
Console.WriteLine(scaled.Preview(3));

class Row
{
    [LoadColumn(0)] public float A { get; set; }
    [LoadColumn(1)] public float B { get; set; }
    [LoadColumn(2)] public string Kind { get; set; } = "";
}
