namespace Kiln.Architecture.Tests;

/// <summary>Inside a project no two namespaces know each other in a circle: whoever reads one can leave alone what lies above it.</summary>
public sealed class CircleTests
{
    public static TheoryData<string> Rooms => [.. Room.All];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_two_namespaces_know_each_other_in_a_circle(string project)
    {
        var circles = Circles(Room.Knowledge(project));

        Assert.True(circles.Length == 0, $"these uses close a circle; move one end of the weakest to a room below both:\n{circles}");
    }

    [Fact]
    public void A_circle_is_seen_over_any_number_of_rooms()
    {
        Knowledge[] knowledge = [new("A", "B", "a.cs", "X"), new("B", "C", "b.cs", "Y"), new("C", "A", "c.cs", "Z"), new("A", "D", "d.cs", "W")];

        Assert.Equal("A → B: X (a.cs)\nB → C: Y (b.cs)\nC → A: Z (c.cs)", Circles(knowledge));
    }

    [Fact]
    public void The_sources_are_bound()
    {
        var known = Room.Knowledge("Kiln.Host");

        Assert.Contains(known, use => use is { From: "Kiln.Host", To: "Kiln.Host.Requests", Name: "Request" });
        Assert.True(known.Count > 1_000, $"{known.Count} uses");
    }

    /// <summary>The uses that lie on a circle, one of a kind a line.</summary>
    static string Circles(IEnumerable<Knowledge> knowledge)
    {
        var uses = knowledge.Distinct().ToList();
        var known = uses.ToLookup(use => use.From, use => use.To);
        var reached = known.ToDictionary(room => room.Key, room => Reached(room.Key, known));
        return string.Join('\n', uses.Where(use => reached.TryGetValue(use.To, out var back) && back.Contains(use.From))
            .Select(use => $"{use.From} → {use.To}: {use.Name} ({Path.GetFileName(use.File)})").Distinct().Order(StringComparer.Ordinal));
    }

    static HashSet<string> Reached(string from, ILookup<string, string> known)
    {
        HashSet<string> reached = [];
        Queue<string> open = new([from]);
        while (open.TryDequeue(out var room))
            foreach (var next in known[room].Where(reached.Add))
                open.Enqueue(next);
        return reached;
    }
}
