// origin: alongside the rules
using Microsoft.AspNetCore.Mvc;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace PerRequest;

public class Song
{
    public float Tempo { get; set; }
    public float Energy { get; set; }
}

public class Genre
{
    [ColumnName("PredictedLabel")] public string Name { get; set; } = "";
    public float[] Score { get; set; } = [];
}

[ApiController]
[Route("genre")]
public class GenreController(MLContext mlContext, ITransformer model) : ControllerBase
{
    [HttpPost]
    public async Task<ActionResult<Genre>> Post([FromBody] Song song)
    {
        await Task.Yield();
        if (song.Tempo <= 0)
            return BadRequest();
        return Classify(song);
    }

    private Genre Classify(Song song)
    {
        var engine = mlContext.Model.CreatePredictionEngine<Song, Genre>(model); // KILN7002
        return engine.Predict(song);
    }
}
