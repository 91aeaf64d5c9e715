using Kiln.Testing;

namespace Kiln.Tests;

public class PublicSurfaceTests
{
    [Fact]
    public void Kilns_public_surface_is_the_committed_one() => PublicSurface.IsCommitted(typeof(Predictor).Assembly, "tests", "Kiln.Tests", "PublicSurface.txt");
}
