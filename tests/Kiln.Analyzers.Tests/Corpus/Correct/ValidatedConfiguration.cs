// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Tools;

sealed class Row
{
    public float X { get; set; }

    public float Y { get; set; }

    public bool Label { get; set; }
}

static class Check
{
    /// <summary>Whether the columns can be trained on at all.</summary>
    public static bool Fits(MLContext ml, IEnumerable<Row> rows, IReadOnlyList<string> columns)
    {
        var data = ml.Data.LoadFromEnumerable(rows);
        var pipeline = ml.Transforms.Concatenate("Features", columns.ToArray())
            .Append(ml.Transforms.NormalizeMinMax("Features", fixZero: false))
            .Append(ml.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: 1));
        try
        {
            pipeline.Fit(data);
            return true;
        }
        catch (ArgumentException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return false;
        }
    }

    static void Main()
    {
        var ml = new MLContext(42);
        ml.Log += (_, e) => Console.WriteLine(e.Message);
        Console.WriteLine(Fits(ml, [new Row { X = 1, Y = 2, Label = true }, new Row { X = 2, Y = 0 }], ["X", "Y"]));
    }
}
