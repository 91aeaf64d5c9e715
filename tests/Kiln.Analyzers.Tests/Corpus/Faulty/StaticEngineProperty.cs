// origin: alongside the rules
using Microsoft.AspNetCore.Builder;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shared.Property;

public class Trip
{
    public float Distance { get; set; }
}

public class Fare
{
    public float Score { get; set; }
}

public static class Predictor
{
    public static PredictionEngine<Trip, Fare>? Engine { get; private set; } // KILN7001

    public static void Initialize(MLContext context, Stream file) =>
        Engine = context.Model.CreatePredictionEngine<Trip, Fare>(context.Model.Load(file, out _));
}

public static class Program
{
    public static void Main(string[] args)
    {
        using (var file = File.OpenRead(args[0]))
            Predictor.Initialize(new MLContext(), file);
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/fare", (float distance) => Predictor.Engine!.Predict(new Trip { Distance = distance }).Score);
        app.Run();
    }
}
