using Flights;

var model = FlightModel.Load();

var evening = new FlightModel.Input
{
    Date = new(2001, 2, 2, 18, 30, 0),
    Distance = 1846,
    Origin = "ORD",
    Destination = "SFO",
};
Show("Chicago to San Francisco, a Friday evening:", evening);
Show("The same, early in the morning:", evening with { Date = new(2001, 2, 2, 6, 30, 0) });
Show("The same, from Honolulu:", evening with { Origin = "HNL", Distance = 2398 });

Console.WriteLine();
Console.WriteLine($"{model.Info.Name} {model.Info.Version}, trained on {model.Info.TrainingRows} flights; on the {model.Info.HeldOutRows} latest ones:");
foreach (var (metric, value) in model.Info.Metrics)
    Console.WriteLine($"  {metric,-29} {value:0.000}");

void Show(string title, in FlightModel.Input flight)
{
    Console.WriteLine($"{title,-45} late with {model.Predict(flight).Probability:P0}");
    Console.WriteLine($"  because {model.Explain(flight)}");
}
