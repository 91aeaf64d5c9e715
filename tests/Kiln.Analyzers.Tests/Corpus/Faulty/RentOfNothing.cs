// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Rents;

/// <summary>Trained once at the start; one thread asks.</summary>
public sealed class RentTool
{
    readonly MLContext _ml = new();

    public void Run(TextReader input, TextWriter output, IEnumerable<Flat> known)
    {
        var rows = _ml.Data.LoadFromEnumerable(known);
        var model = _ml.Transforms.Concatenate("Features", nameof(Flat.Rooms), nameof(Flat.Area))
            .Append(_ml.Regression.Trainers.FastTree(nameof(Flat.Rent)))
            .Fit(rows);
        var engine = _ml.Model.CreatePredictionEngine<Flat, Estimate>(model);
        for (var line = input.ReadLine(); line is not null; line = input.ReadLine())
        {
            var cells = line.Split(' ');
            var estimate = engine.Predict(new() { Rooms = float.Parse(cells[0]), Area = float.Parse(cells[1]) });
            output.WriteLine($"{estimate.EstimatedRent:0} a month");
        }
    }

    public sealed class Flat
    {
        public float Rooms { get; set; }
        public float Area { get; set; }
        public float Rent { get; set; }
    }

    public sealed class Estimate
    {
        public float EstimatedRent { get; set; } // KILN2011
    }
}
