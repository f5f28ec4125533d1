import java.nio.file.*;
import javax.annotation.processing.*;
import javax.lang.model.element.TypeElement;

// A processor of annotations would run inside the compiler.
@SupportedAnnotationTypes("*")
public class Main extends AbstractProcessor {
  static {
    System.err.println("BREACH code in the compiler");
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return false;
  }

  @Deprecated
  static class Begin {
    public static void main(String[] arguments) {}
  }
}

class Program {
  public static void main(String[] arguments) {
    System.out.println("no answer");
  }
}
